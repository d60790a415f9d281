package org.spolia.experiment.report.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON within a script element. Only an end tag could end the element too early. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static String inScript(Object value) {
        try {
            return MAPPER.writeValueAsString(value).replace("</", "<\\/");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No JSON of " + value, e);
        }
    }
}
