io.github.registrymaven.it.Accounts.start(basedir, context, { it.allowPush('team/*').allow('*', 'ecr:Describe*') }, {})
return true
