package org.ticketingos.triage;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * Turns a text into a unit vector of 384 numbers whose closeness is closeness in meaning (English). The model is
 * all-MiniLM-L6-v2, quantised; one text per call, always: in a batch the same text gets another vector.
 */
class Embedder implements AutoCloseable {

    static final int SIZE = 384;
    static final int MAX_TOKENS = 256;

    private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
    private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

    /** More callers than this wait, so that reading tickets does not take every core. */
    private static final int AT_ONCE = 2;

    static {
        // the tokenizer's library reports home unless told not to, before its first use
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
    }

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;
    private final String modelHash;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    Embedder() throws IOException {
        byte[] model = resource(MODEL).readAllBytes();
        modelHash = Hash.of(model);
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
            options.setCPUArenaAllocator(false);
            session = environment.createSession(model, options);
        } catch (OrtException e) {
            throw new IOException("the sentence model cannot be loaded", e);
        }
        try (InputStream in = resource(TOKENIZER)) {
            tokenizer = HuggingFaceTokenizer.newInstance(
                    in,
                    Map.of(
                            "padding", "false",
                            "truncation", "true",
                            "maxLength", String.valueOf(MAX_TOKENS),
                            "modelMaxLength", "512"));
        }
    }

    /** SHA-256 of the model file: a vector is only comparable to vectors of the same model. */
    String modelHash() {
        return modelHash;
    }

    float[] embed(String text) {
        Encoding tokens = tokenizer.encode(text);
        places.acquireUninterruptibly();
        try {
            return unit(mean(tokens));
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence model failed", e);
        } finally {
            places.release();
        }
    }

    int tokens(String text) {
        return tokenizer.encode(text).getIds().length;
    }

    private float[] mean(Encoding tokens) throws OrtException {
        long[] ids = tokens.getIds();
        long[] shape = {1, ids.length};
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            inputs.put("input_ids", OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape));
            inputs.put(
                    "attention_mask",
                    OnnxTensor.createTensor(environment, LongBuffer.wrap(tokens.getAttentionMask()), shape));
            if (session.getInputNames().contains("token_type_ids")) {
                inputs.put(
                        "token_type_ids",
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape));
            }
            try (OrtSession.Result result = session.run(inputs)) {
                float[][] words = ((float[][][]) result.get(0).getValue())[0];
                float[] mean = new float[words[0].length];
                for (float[] word : words) {
                    for (int i = 0; i < mean.length; i++) {
                        mean[i] += word[i] / words.length;
                    }
                }
                return mean;
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static float[] unit(float[] vector) {
        double length = 0;
        for (float part : vector) {
            length += part * part;
        }
        float scale = (float) (1 / Math.sqrt(Math.max(length, 1e-24)));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= scale;
        }
        return vector;
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = Embedder.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException("the sentence model " + name + " is not on the class path");
        }
        return in;
    }

    @Override
    public void close() {
        tokenizer.close();
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
