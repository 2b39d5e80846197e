package io.github.registrymaven.aws;

import io.github.registrymaven.testkit.MotoServer;
import io.github.registrymaven.testkit.Programs;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MotoStatesTest extends StatesContract {
    private @Nullable MotoServer moto;

    @BeforeAll
    void start() throws IOException {
        String missing = Programs.missing(MotoServer.PROGRAM);
        Assumptions.assumeTrue(missing == null, () -> String.valueOf(missing));
        moto = MotoServer.start();
    }

    @AfterAll
    void stop() throws IOException {
        if (moto != null) {
            moto.close();
        }
    }

    @Override
    String endpoint() {
        return moto == null ? "" : moto.endpoint();
    }

    @Override
    String[] key() {
        return new String[] {"any", "any"};
    }
}
