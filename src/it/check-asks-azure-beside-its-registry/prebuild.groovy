io.github.registrymaven.it.AzureAccounts.start(basedir, context)
return true
