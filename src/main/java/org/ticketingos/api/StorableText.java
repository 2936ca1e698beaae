package org.ticketingos.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.beans.PropertyEditorSupport;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** PostgreSQL holds no character U+0000 in a text: one that is sent is refused at the door, wherever it stands. */
@ControllerAdvice(basePackageClasses = StorableText.class)
class StorableText {

    @InitBinder
    void addresses(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                if (text.indexOf('\0') >= 0) {
                    throw new IllegalArgumentException("U+0000");
                }
                setValue(text);
            }
        });
    }

    @Component
    static class Bodies extends SimpleModule {

        private static final long serialVersionUID = 1;

        Bodies() {
            super("storable text");
            addDeserializer(String.class, new Text());
        }
    }

    private static final class Text extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1;

        private Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(json, context);
            return text != null && text.indexOf('\0') >= 0
                    ? (String) context.handleWeirdStringValue(String.class, text, "it holds the character U+0000")
                    : text;
        }
    }
}
