import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log.contains('''team/shadow has a lifecycle policy that does not do what it says: rule 3 never takes an image: rule 2 selects all that it could''')
context.account.close()
