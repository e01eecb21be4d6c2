package io.riskwatch.marketdata.provider;

import static org.assertj.core.api.Assertions.assertThat;

/** Opens answers. */
public final class Answers {
    private Answers() {}

    public static <T> T found(ProviderAnswer<T> answer) {
        assertThat(answer).isInstanceOf(ProviderAnswer.Found.class);
        return ((ProviderAnswer.Found<T>) answer).value();
    }

    public static ProviderError error(ProviderAnswer<?> answer) {
        assertThat(answer).isInstanceOf(ProviderAnswer.Refused.class);
        return ((ProviderAnswer.Refused<?>) answer).error();
    }
}
