io.github.registrymaven.it.Accounts.start(basedir, context)
return true
