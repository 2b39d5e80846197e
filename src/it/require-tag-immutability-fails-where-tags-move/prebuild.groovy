io.github.registrymaven.it.Accounts.startWithRepositories(basedir, context)
return true
