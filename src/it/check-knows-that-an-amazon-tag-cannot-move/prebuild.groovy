io.github.registrymaven.it.Images.ociLayout(new File(basedir, 'image').toPath())
io.github.registrymaven.it.Accounts.start(basedir, context,
        { it.allowPush('team/*').allow('*', 'ecr:Describe*') },
        { it.repository('team/fixed', { repository -> repository.immutable().except('dev-*').image('1.0') }) })
return true
