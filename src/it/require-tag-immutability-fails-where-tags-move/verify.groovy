import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log.contains('''team/left lets the tag 1.0 move (MUTABLE)''')
assert log.contains('''wanted    immutable tags''')
assert log =~ /image     \S+\/team\/left:1.0/
assert log.contains('''aws ecr put-image-tag-mutability --repository-name team/left --region eu-central-1 --image-tag-mutability IMMUTABLE''')
context.account.close()
