import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log.contains('''team/left is kept with a key of the provider\'s (AES256)''')
assert log.contains('''wanted    a key of AWS KMS''')
assert log.contains('''as that of this one is fixed''')
context.account.close()
