echo 'psql: error: connection to server at "localhost" (127.0.0.1), port 5432 failed: Connection refused' >&2
echo 'npm ERR! code E401' >&2
exit 1
