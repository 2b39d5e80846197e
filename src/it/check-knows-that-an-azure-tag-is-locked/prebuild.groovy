io.github.registrymaven.it.Images.ociLayout(new File(basedir, 'image').toPath())
io.github.registrymaven.it.AzureAccounts.start(basedir, context)
context.azure.image('team/app', '1.0')
context.azure.lock('team/app:1.0')
return true
