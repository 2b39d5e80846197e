import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log.contains('''team/left is not scanned (BASIC''')
assert log.contains('''wanted    a scan of every push''')
context.account.close()
