package io.riskwatch.service;

import io.riskwatch.service.outbox.Outbox;
import io.riskwatch.service.outbox.OutboxMessage;
import io.riskwatch.service.problem.ProblemException;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import javax.crypto.spec.SecretKeySpec;
import org.hibernate.annotations.TenantId;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The smallest service that uses all of service-support: organisations that keep notes. */
@SpringBootApplication
public class NotesApplication {

    static final String EXCHANGE = "notes.events";
    static final byte[] KEY = "a key for tests of at least 256 bits".getBytes(StandardCharsets.UTF_8);

    @Bean
    JwtDecoder jwtDecoder() {
        return NimbusJwtDecoder.withSecretKey(new SecretKeySpec(KEY, "HmacSHA256"))
                .build();
    }

    @Bean
    Notes notes(EntityManager entities, Outbox outbox) {
        return new Notes(entities, outbox);
    }

    @Entity(name = "note")
    static class Note {
        @Id
        UUID id = UUID.randomUUID();

        @TenantId
        UUID organisationId;

        String text;

        protected Note() {}

        Note(String text) {
            this.text = text;
        }
    }

    record NoteRequest(String text) {}

    record NoteRecorded(UUID id, String text) {}

    static class Notes {

        private final EntityManager entities;
        private final Outbox outbox;

        Notes(EntityManager entities, Outbox outbox) {
            this.entities = entities;
            this.outbox = outbox;
        }

        @Transactional
        public UUID record(String text) {
            Note note = new Note(text);
            entities.persist(note);
            outbox.append(new OutboxMessage(EXCHANGE, "note.recorded", new NoteRecorded(note.id, text)));
            if (text.startsWith("fail")) {
                throw ProblemException.unprocessable("text", "must not fail");
            }
            return note.id;
        }

        @Transactional(readOnly = true)
        public List<String> texts() {
            return entities.createQuery("select n.text from note n order by n.text", String.class)
                    .getResultList();
        }
    }

    @RestController
    static class NoteController {

        private final Notes notes;
        static volatile CountDownLatch gate = new CountDownLatch(0);

        NoteController(Notes notes) {
            this.notes = notes;
        }

        @PostMapping("/api/v1/notes")
        @ResponseStatus(HttpStatus.CREATED)
        UUID create(@RequestBody NoteRequest request) throws InterruptedException {
            gate.await();
            return notes.record(request.text());
        }

        @GetMapping("/api/v1/notes")
        List<String> list() {
            return notes.texts();
        }
    }
}
