io.github.registrymaven.it.Accounts.start(basedir, context,
        { it.allow('*', 'ecr:GetAuthorizationToken', 'ecr:Describe*')
                .allow('repository/team/*', 'ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:PutImage') }, {})
return true
