package org.ticketingos.triage;

/**
 * A text whose answer is known.
 *
 * @param label what the text is, for example {@code invoice}
 * @param vector from {@link Embedder}, unit length
 */
record Example(String label, String text, float[] vector) {

    float closeness(float[] other) {
        float sum = 0;
        for (int i = 0; i < vector.length; i++) {
            sum += vector[i] * other[i];
        }
        return sum;
    }
}
