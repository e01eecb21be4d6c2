package io.riskwatch.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.localstack.platform.Service;
import io.riskwatch.localstack.platform.ServiceContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** docker-compose.yml against what the services and the launcher expect. */
class ComposeFileTest {

    private static final Path ROOT = RepositoryRoot.find();
    private static final Path FILE = ROOT.resolve("docker-compose.yml");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(:?[-?])?([^}]*)}");
    /** In a container a service listens for others, and there is one platform per Redis. */
    private static final Set<String> LOCAL_ONLY = Set.of("SERVER_ADDRESS", "SPRING_DATA_REDIS_DATABASE");

    private final String text = read(FILE);
    private final Map<String, Map<String, Object>> services = services(text);

    @ParameterizedTest
    @CsvSource({"postgres,postgres:18", "redis,redis:7.4", "rabbitmq,rabbitmq:4", "mongodb,mongo:8"})
    void theServersAreThoseOfProductionAndListenOnThisMachineOnly(String name, String image) {
        assertThat(services.get(name)).containsEntry("image", image).containsKey("healthcheck");
        assertThat(list(services.get(name), "ports")).isNotEmpty().allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void aServiceGetsExactlyTheVariablesTheLauncherGivesIt(Service service) {
        Set<String> expected = new TreeSet<>(ServiceContract.variables(service));
        expected.removeAll(LOCAL_ONLY);
        expected.addAll(ServiceContract.leftToUser(service));
        assertThat(environment(service.module()).keySet()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(environment(service.module())).containsEntry("SERVER_PORT", Integer.toString(service.usualPort()));
    }

    /** A variable without a value is handed on where it is set, and else is not there: the settings' default holds. */
    @ParameterizedTest
    @EnumSource(Service.class)
    void whatIsLeftToTheUserIsHandedOnAndKnownToTheSettings(Service service) {
        Set<String> handedOn = new TreeSet<>();
        environment(service.module()).forEach((name, value) -> {
            if (value == null) {
                handedOn.add(name);
            }
        });
        assertThat(handedOn).containsExactlyInAnyOrderElementsOf(ServiceContract.leftToUser(service));
        String settings = read(ROOT.resolve(service.module()).resolve("src/main/resources/application.yml"));
        // Spring Boot's own are read without being named
        assertThat(handedOn).allMatch(name -> settings.contains("${" + name + ":") || name.startsWith("SPRING_MAIL_"));
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void aServiceGetsWhatItsSettingsLeaveOpen(Service service) throws IOException {
        Path resources = ROOT.resolve(service.module()).resolve("src/main/resources");
        for (String file : List.of("application.yml", "application-local.yml")) {
            if (Files.exists(resources.resolve(file))) {
                Matcher open = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+):?}").matcher(read(resources.resolve(file)));
                while (open.find()) {
                    assertThat(environment(service.module()))
                            .as("%s of %s", file, service)
                            .containsKey(open.group(1));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void aServiceIsBuiltFromItsArchiveAndWaitsForHealthyServers(Service service) {
        Map<String, Object> compose = services.get(service.module());
        assertThat(map(map(compose, "build"), "args")).containsEntry("MODULE", service.module());
        assertThat(compose).containsKey("healthcheck");
        assertThat(compose.get("healthcheck").toString())
                .contains("/actuator/health/readiness", "/dev/tcp/127.0.0.1/" + service.usualPort() + " ");
        Map<String, Object> waits = map(compose, "depends_on");
        for (Service.Need need : service.needs()) {
            String server = switch (need) {
                case DATABASE -> "postgres";
                case REDIS -> "redis";
                case RABBITMQ -> "rabbitmq";
                case MONGODB -> "mongodb";
            };
            assertThat(waits).containsKey(server);
        }
        assertThat(waits.values()).allMatch(wait -> wait.toString().contains("service_healthy"));
    }

    @Test
    void onlyTheGatewayIsReachedFromOutside() {
        for (Service service : Service.values()) {
            assertThat(services.get(service.module()).containsKey("ports")).isEqualTo(service == Service.GATEWAY);
        }
    }

    @Test
    void noSecretHasADefault() {
        assertThat(text).containsPattern("RISKWATCH_KEY_SECRET:\\?");
        Matcher variable = VARIABLE.matcher(text);
        while (variable.find()) {
            if (variable.group(1).matches(".*(PASSWORD|SECRET)")) {
                assertThat(variable.group(2)).as(variable.group()).isEqualTo(":?");
            }
        }
        services.forEach((name, service) -> map(service, "environment").forEach((key, value) -> {
            if (value != null && key.matches(".*(PASSWORD|SECRET|_PASS)")) {
                assertThat(value.toString()).as("%s of %s", key, name).startsWith("${RISKWATCH_");
            }
        }));
    }

    @Test
    void theLauncherAndTheScriptGiveEveryVariableTheFileRequires(@TempDir Path directory) {
        Set<String> required = new TreeSet<>();
        Matcher variable = VARIABLE.matcher(text);
        while (variable.find()) {
            if (":?".equals(variable.group(2))) {
                required.add(variable.group(1));
            }
        }
        assertThat(new DockerInfrastructure(ROOT, new SecretStore(directory.resolve("secrets"))).environment())
                .containsKeys(required.toArray(String[]::new));
        String script = read(ROOT.resolve("deploy/docker/secrets.sh"));
        assertThat(required).allMatch(name -> script.contains(name.substring("RISKWATCH_".length())));
    }

    @Test
    void postgresIsProvisionedByTheScriptOfTheTests() {
        for (String mount : list(services.get("postgres"), "volumes")) {
            String source = mount.split(":")[0];
            if (source.startsWith("./")) {
                assertThat(ROOT.resolve(source)).isRegularFile();
            }
        }
        assertThat(list(services.get("postgres"), "volumes"))
                .anyMatch(mount -> mount.contains("provisioning/service.sql:"));
        String script = read(ROOT.resolve("deploy/docker/postgres/provision.sh"));
        assertThat(script).contains(Infrastructure.DATABASES);
        assertThat(script).contains("owner=\"${service}_owner\"", "app=\"${service}_app\"");
    }

    private Map<String, Object> environment(String service) {
        return map(services.get(service), "environment");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return parent.get(key) == null ? Map.of() : (Map<String, Object>) parent.get(key);
    }

    private static List<String> list(Map<String, Object> parent, String key) {
        return parent.get(key) == null
                ? List.of()
                : ((List<?>) parent.get(key)).stream().map(Object::toString).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> services(String text) {
        Map<String, Object> document = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        return (Map<String, Map<String, Object>>) document.get("services");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }
}
