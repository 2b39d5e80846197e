io.github.registrymaven.it.Accounts.start(basedir, context, { it.allow('*', 'ecr:*') }, { })
return true
