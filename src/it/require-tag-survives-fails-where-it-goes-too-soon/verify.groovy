import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log.contains('''team/short deletes 1.0 after 1 day: rule 1 deletes images pushed more than 1 day ago''')
assert log.contains('''wanted    that it stays for 30 days or 2 pushes''')
context.account.close()
