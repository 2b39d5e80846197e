#!/usr/bin/env python3
"""token_service.py PORT: gives whoever logs in a token, for docker-registry's `silly` authentication, which takes any."""
import http.server
import json
import socketserver
import sys


class Tokens(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        known = self.headers.get("Authorization", "").startswith("Basic ")
        body = json.dumps({"token": "any", "expires_in": 300}).encode() if known else b""
        self.send_response(200 if known else 401)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    request_queue_size = 256


Server(("127.0.0.1", int(sys.argv[1])), Tokens).serve_forever()
