package org.kakehashi.matching.search;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why the text model that is configured stops the application from starting. */
class UnusableModel extends AbstractFailureAnalyzer<UnusableModel.Named> {

    /** The folder holds no model of texts. */
    static final class Named extends IllegalStateException {

        Named(String sentence, @Nullable Throwable cause) {
            super(sentence, cause);
        }
    }

    @Override
    protected FailureAnalysis analyze(Throwable failure, Named cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Let KAKEHASHI_MATCHING_MODEL_NAME be a folder with model.onnx and tokenizer.json, all-minilm-l6-v2 for the"
                        + " model that comes with the product, or none.",
                cause);
    }
}
