import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log.contains('''team/left has no lifecycle policy, so images pile up for ever''')
assert log.contains('''aws ecr put-lifecycle-policy --repository-name team/left --region eu-central-1 --lifecycle-policy-text file://lifecycle.json''')
assert log.contains('''"tagStatus": "untagged"''')
context.account.close()
