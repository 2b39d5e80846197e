io.github.registrymaven.it.Accounts.startForOwner(basedir, context)
return true
