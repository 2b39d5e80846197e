import io.github.registrymaven.it.BuildLog

assert BuildLog.of(basedir).contains('this check comes too late to stop maven-deploy-plugin:deploy (default-deploy), which ran before it'
    + ' in phase deploy. Bind the check earlier: in the <execution> "check-images" of registry-maven-plugin set <phase>verify</phase>')
context.registry.close()
