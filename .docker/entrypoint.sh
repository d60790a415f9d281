#!/usr/bin/env bash
# The process of a container: `driver …` and `executor`, as Spark on Kubernetes calls them, or any command of Spolia.
set -euo pipefail

lib=/opt/spolia/lib
classes="$lib/spolia.jar:$lib/spolia-natives.jar:$lib/pytorch/*"

# Hadoop refuses a user without a name, and clusters and `docker run --user` choose numbers that have none.
name_the_user() {
  if getent passwd "$(id -u)" > /dev/null; then return; fi
  local library
  for library in /usr/lib/*/libnss_wrapper.so; do
    [ -f "$library" ] || continue
    NSS_WRAPPER_PASSWD=$(mktemp)
    NSS_WRAPPER_GROUP=/etc/group
    printf 'spark:x:%s:%s::%s:/bin/false\n' "$(id -u)" "$(id -g)" "${HOME:-/}" > "$NSS_WRAPPER_PASSWD"
    export NSS_WRAPPER_PASSWD NSS_WRAPPER_GROUP LD_PRELOAD=$library
  done
}

driver() {
  exec tini -s -- "$SPARK_HOME/bin/spark-submit" \
    --conf "spark.driver.bindAddress=$SPARK_DRIVER_BIND_ADDRESS" \
    --conf "spark.executorEnv.SPARK_DRIVER_POD_IP=$SPARK_DRIVER_BIND_ADDRESS" \
    --conf "spark.driver.defaultJavaOptions=@$lib/compiler.options -Dspolia.home=/opt/spolia" \
    --driver-class-path "$classes" --deploy-mode client "$@"
}

# Spark numbers the options of an executor: SPARK_JAVA_OPT_0, SPARK_JAVA_OPT_1 …
executor() {
  local options=() i option
  for ((i = 0; ; i++)); do
    option=SPARK_JAVA_OPT_$i
    [ -n "${!option+set}" ] || break
    options+=("${!option}")
  done
  exec tini -s -- "${JAVA_HOME:?}/bin/java" ${options[@]+"${options[@]}"} "-Xms$SPARK_EXECUTOR_MEMORY" "-Xmx$SPARK_EXECUTOR_MEMORY" \
    -cp "${SPARK_CONF_DIR:-$SPARK_HOME/conf}:$classes:${SPARK_CLASSPATH:+$SPARK_CLASSPATH:}$SPARK_HOME/jars/*:$PWD" \
    org.apache.spark.scheduler.cluster.k8s.KubernetesExecutorBackend \
    --driver-url "$SPARK_DRIVER_URL" --executor-id "$SPARK_EXECUTOR_ID" --cores "$SPARK_EXECUTOR_CORES" \
    --app-id "$SPARK_APPLICATION_ID" --hostname "$SPARK_EXECUTOR_POD_IP" \
    --resourceProfileId "$SPARK_RESOURCE_PROFILE_ID" --podName "$SPARK_EXECUTOR_POD_NAME"
}

name_the_user
case ${1:-} in
  driver) shift; driver "$@" ;;
  executor) executor ;;
  *) exec tini -s -- /opt/spolia/spolia "$@" ;;
esac
