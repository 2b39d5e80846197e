import io.github.registrymaven.testkit.azure.BuiltInRole

io.github.registrymaven.it.AzureAccounts.start(basedir, context, BuiltInRole.ACR_PULL, BuiltInRole.READER)
return true
