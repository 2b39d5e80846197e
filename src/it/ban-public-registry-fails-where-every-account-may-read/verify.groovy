import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log.contains('''team/left is open to every account of its cloud: Allow ecr:BatchGetImage to *''')
assert log.contains('''wanted    only to principals that its owner named''')
context.account.close()
