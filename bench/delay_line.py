#!/usr/bin/env python3
"""A TCP proxy on loopback that makes a far registry of a near one, and counts what passes.

    delay_line.py LISTEN_PORT TARGET_PORT ONE_WAY_MILLISECONDS STATISTICS_FILE

Each direction is delayed; bandwidth and window are not limited. As a connect on loopback takes no time, the first bytes of
each connection wait for one more round trip. SIGUSR1 sets the counters to zero, SIGUSR2 writes them to the file as JSON,
SIGTERM ends it.
"""
import asyncio
import json
import os
import re
import signal
import sys

LISTEN, TARGET = int(sys.argv[1]), int(sys.argv[2])
ONE_WAY = float(sys.argv[3]) / 1000
STATISTICS = sys.argv[4]
REQUEST = re.compile(rb"^(GET|HEAD|POST|PUT|PATCH|DELETE) \S+ HTTP/1")
MOST_UNDERWAY = 64 << 20

counted = {}


def zero():
    counted.update(connections=0, requests={}, sent=0, received=0)


def report():
    with open(STATISTICS + ".new", "w") as file:
        json.dump(counted, file)
    os.replace(STATISTICS + ".new", STATISTICS)


class Line:
    """Bytes on their way, in order, none earlier than they may arrive."""

    def __init__(self, writer, hold):
        self.loop = asyncio.get_running_loop()
        self.writer, self.opened = writer, self.loop.time() + hold
        self.underway, self.size = asyncio.Queue(), 0
        self.delivery = self.loop.create_task(self.deliver())

    def put(self, data):
        self.size += len(data)
        self.underway.put_nowait((max(self.loop.time(), self.opened) + ONE_WAY, data))

    async def deliver(self):
        try:
            while True:
                due, data = await self.underway.get()
                wait = due - self.loop.time()
                if wait > 0:
                    await asyncio.sleep(wait)
                if not data:
                    self.writer.write_eof()
                    return
                self.writer.write(data)
                self.size -= len(data)
                await self.writer.drain()
        except (OSError, RuntimeError):
            pass


async def carry(reader, line, counter):
    try:
        while data := await reader.read(1 << 18):
            counted[counter] += len(data)
            if counter == "sent" and (request := REQUEST.match(data)):
                method = request.group(1).decode()
                counted["requests"][method] = counted["requests"].get(method, 0) + 1
            line.put(data)
            while line.size > MOST_UNDERWAY:
                await asyncio.sleep(0.001)
    except OSError:
        pass
    line.put(b"")


async def connect(reader, writer):
    counted["connections"] += 1
    try:
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", TARGET, limit=1 << 20)
    except OSError:
        writer.close()
        return
    there, back = Line(far_writer, 2 * ONE_WAY), Line(writer, 0)
    await asyncio.gather(carry(reader, there, "sent"), carry(far_reader, back, "received"))
    await asyncio.gather(there.delivery, back.delivery)
    far_writer.close()
    writer.close()


async def main():
    zero()
    loop, end = asyncio.get_running_loop(), asyncio.Event()
    loop.add_signal_handler(signal.SIGUSR1, zero)
    loop.add_signal_handler(signal.SIGUSR2, report)
    loop.add_signal_handler(signal.SIGTERM, end.set)
    await asyncio.start_server(connect, "127.0.0.1", LISTEN, limit=1 << 20, backlog=512)
    await end.wait()
    os._exit(0)


asyncio.run(main())
