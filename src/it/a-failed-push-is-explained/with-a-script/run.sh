# What `docker push` prints.
echo 'The push refers to repository [123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/app]'
echo '5f70bf18a086: Preparing'
echo 'no basic auth credentials' >&2
exit 1
