def newest = '{"rules":[{"rulePriority":1,"selection":{"tagStatus":"tagged","tagPatternList":["*"],' +
        '"countType":"imageCountMoreThan","countNumber":5},"action":{"type":"expire"}}]}'
io.github.registrymaven.it.Accounts.start(basedir, context, { it.allow('*', 'ecr:*') }, { account ->
    account.repository('team/three', { it.image('1.0', '1.1', '1.2').lifecyclePolicy(newest) })
})
return true
