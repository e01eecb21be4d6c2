package io.riskwatch.service.problem;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

class MvcProblemAdviceTest {

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Things())
            .setControllerAdvice(new MvcProblemAdvice(new Problems(() -> Optional.of("4bf92f3577b34da6"))))
            .build();

    record Line(@NotBlank String symbol, @Max(10) int quantity) {}

    record Thing(@NotBlank String name, List<@Valid Line> lines) {}

    @RestController
    static class Things {

        @PostMapping("/things")
        void create(@Valid @RequestBody Thing thing) {}

        @GetMapping("/things")
        void list(@RequestParam int size) {}

        @PostMapping(path = "/things/picture")
        void picture(@RequestPart MultipartFile file) {}

        @GetMapping("/things/{id}")
        void read(@PathVariable int id) {
            throw switch (id) {
                case 1 -> ProblemException.notFound("thing");
                case 2 -> ProblemException.paymentRequired("things", "The plan allows 3 things.");
                case 3 -> ProblemException.unavailable(Duration.ofSeconds(7), "The store is away.");
                case 4 -> ProblemException.unprocessable("file", "bad number").with("line", 3);
                default -> new IllegalStateException("jdbc:postgresql://secret");
            };
        }
    }

    @Test
    void everyWrongFieldIsNamed() throws Exception {
        post("{\"name\":\" \",\"lines\":[{\"symbol\":\"A\",\"quantity\":11}]}")
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("https://riskwatch.io/problems/invalid-request"))
                .andExpect(jsonPath("$.errors[?(@.field=='name')]").exists())
                .andExpect(jsonPath("$.errors[?(@.field=='lines[0].quantity')]").exists())
                .andExpect(jsonPath("$.traceId").value("4bf92f3577b34da6"));
    }

    @Test
    void brokenJsonTellsWhereAndAWrongTypeNamesItsField() throws Exception {
        post("{\"name\":\n  }")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].message").value(containsString("line 2")));
        post("{\"name\":\"a\",\"lines\":[{\"symbol\":\"A\",\"quantity\":\"many\"}]}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("lines[0].quantity"));
    }

    @Test
    void aPathThatIsNoNumberNamesTheParameter() throws Exception {
        mvc.perform(get("/things/abc"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("id"));
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        mvc.perform(get("/things"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("size"))
                .andExpect(jsonPath("$.traceId").value("4bf92f3577b34da6"));
        mvc.perform(multipart("/things/picture"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("file"));
    }

    @Test
    void refusalsKeepTheirStatusAndMembers() throws Exception {
        mvc.perform(get("/things/1")).andExpect(status().isNotFound());
        mvc.perform(get("/things/2"))
                .andExpect(status().isPaymentRequired())
                .andExpect(jsonPath("$.limit").value("things"));
        mvc.perform(get("/things/3"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "7"));
        mvc.perform(get("/things/4"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.line").value(3))
                .andExpect(jsonPath("$.errors[0].field").value("file"));
    }

    @Test
    void anInternalFailureShowsNothingOfItself() throws Exception {
        mvc.perform(get("/things/9"))
                .andExpect(status().isInternalServerError())
                .andExpect(content().string(not(containsString("jdbc"))))
                .andExpect(jsonPath("$.traceId").exists());
    }

    private ResultActions post(String body) throws Exception {
        return mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post("/things")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
