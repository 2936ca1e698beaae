package org.ticketingos.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Merkle trees of RFC 6962: a leaf and a node are hashed differently, so that neither can pass for the other. */
class Merkle {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private Merkle() {}

    static byte[] leaf(byte[] entry) {
        return CanonicalForm.sha256(LEAF, entry);
    }

    static byte[] node(byte[] left, byte[] right) {
        return CanonicalForm.sha256(NODE, left, right);
    }

    /** The root over leaf hashes; of none, the hash of nothing. */
    static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return CanonicalForm.sha256();
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int split = split(leaves.size());
        return node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    /** Proof that leaf number {@code index} is in the tree over these leaves (RFC 6962, 2.1.1). */
    static List<byte[]> inclusion(int index, List<byte[]> leaves) {
        if (leaves.size() <= 1) {
            return new ArrayList<>();
        }
        int split = split(leaves.size());
        List<byte[]> left = leaves.subList(0, split);
        List<byte[]> right = leaves.subList(split, leaves.size());
        List<byte[]> proof = index < split ? inclusion(index, left) : inclusion(index - split, right);
        proof.add(root(index < split ? right : left));
        return proof;
    }

    static boolean includes(byte[] root, int size, int index, byte[] leaf, List<byte[]> proof) {
        return index >= 0 && index < size && Arrays.equals(root, climb(size, index, leaf, proof, proof.size()));
    }

    private static byte[] climb(int size, int index, byte[] leaf, List<byte[]> proof, int left) {
        if (size == 1) {
            return left == 0 ? leaf : new byte[0];
        }
        if (left == 0) {
            return new byte[0];
        }
        int split = split(size);
        byte[] other = proof.get(left - 1);
        return index < split
                ? node(climb(split, index, leaf, proof, left - 1), other)
                : node(other, climb(size - split, index - split, leaf, proof, left - 1));
    }

    /** Proof that the tree over the first {@code size} leaves is a prefix of the tree over all (RFC 6962, 2.1.2). */
    static List<byte[]> consistency(int size, List<byte[]> leaves) {
        return subproof(size, leaves, true);
    }

    private static List<byte[]> subproof(int size, List<byte[]> leaves, boolean whole) {
        if (size == leaves.size()) {
            return whole ? new ArrayList<>() : new ArrayList<>(List.of(root(leaves)));
        }
        int split = split(leaves.size());
        List<byte[]> left = leaves.subList(0, split);
        List<byte[]> right = leaves.subList(split, leaves.size());
        List<byte[]> proof =
                size <= split ? subproof(size, left, whole) : subproof(size - split, right, false);
        proof.add(root(size <= split ? right : left));
        return proof;
    }

    /** Whether a proof leads from the root over {@code size} leaves to the root over {@code newSize} leaves. */
    static boolean consistent(int size, byte[] root, int newSize, byte[] newRoot, List<byte[]> proof) {
        if (size < 1 || size > newSize) {
            return false;
        }
        if (size == newSize) {
            return proof.isEmpty() && Arrays.equals(root, newRoot);
        }
        List<byte[]> path = new ArrayList<>(proof);
        if (Integer.bitCount(size) == 1) {
            path.add(0, root);
        }
        if (path.isEmpty()) {
            return false;
        }
        int first = size - 1;
        int last = newSize - 1;
        while (first % 2 == 1) {
            first /= 2;
            last /= 2;
        }
        byte[] old = path.get(0);
        byte[] grown = path.get(0);
        for (byte[] other : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if (first % 2 == 1 || first == last) {
                old = node(other, old);
                grown = node(other, grown);
                while (first % 2 == 0 && first != 0) {
                    first /= 2;
                    last /= 2;
                }
            } else {
                grown = node(grown, other);
            }
            first /= 2;
            last /= 2;
        }
        return last == 0 && Arrays.equals(old, root) && Arrays.equals(grown, newRoot);
    }

    /** The largest power of two smaller than a size of at least two. */
    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }
}
