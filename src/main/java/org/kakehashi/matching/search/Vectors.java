package org.kakehashi.matching.search;

import java.nio.ByteBuffer;
import org.apache.lucene.util.VectorUtil;

/** What is reckoned with directions. */
final class Vectors {

    private Vectors() {}

    static void add(float[] sum, float[] other) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other[i];
        }
    }

    /** The same direction with length 1, in place; nothing remains nothing. */
    static float[] normalised(float[] vector) {
        double length = Math.sqrt(VectorUtil.dotProduct(vector, vector));
        if (length > 0) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] /= (float) length;
            }
        }
        return vector;
    }

    /** What is left of a direction without so much of another. */
    static float[] without(float[] vector, float[] other, double share) {
        float[] rest = new float[vector.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = (float) (vector[i] - share * other[i]);
        }
        return rest;
    }

    static byte[] bytes(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * vector.length);
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }

    static float[] of(byte[] bytes) {
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(vector);
        return vector;
    }
}
