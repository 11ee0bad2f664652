# The application as an image: built with a JDK and Maven, run with a JRE as an ordinary user.
FROM eclipse-temurin:25-jdk AS build
RUN apt-get update && apt-get install -y --no-install-recommends maven && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/maven \
    mvn -B -ntp -Dmaven.repo.local=/maven -pl ledger-service -am -Punchecked -DskipTests package \
    && java -Djarmode=tools -jar ledger-service/target/ledger-service-0.1.0-SNAPSHOT-exec.jar extract --destination /korf

FROM eclipse-temurin:25-jre
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --user-group --no-create-home --home-dir /data korf \
    && install -d -o korf -g korf -m 0700 /data /state
COPY --from=build /korf /korf
USER korf
WORKDIR /data
VOLUME /data
# The key and the fork guard, which must not be put back with the data.
VOLUME /state
ENV XDG_STATE_HOME=/state
ENV KORF_PORT=8080 KORF_ADDRESS=0.0.0.0 KORF_AUDIT_KEYFILE=/state/audit-key
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
    CMD curl --fail --silent --output /dev/null "http://127.0.0.1:${KORF_PORT}/actuator/health/readiness"
ENTRYPOINT ["java", "-Daxoniq.update-checker.disabled=true", "--enable-native-access=ALL-UNNAMED", \
    "-XX:+UseG1GC", "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", \
    "-jar", "/korf/ledger-service-0.1.0-SNAPSHOT-exec.jar"]
CMD ["start", "--data", "/data"]
