package org.ticketingos.audit;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A growing Merkle tree of which only the roots of its complete subtrees are kept, the largest first. */
class Frontier {

    private final List<byte[]> nodes;
    private long size;

    Frontier() {
        this(0, List.of());
    }

    Frontier(long size, List<String> hex) {
        if (Long.bitCount(size) != hex.size()) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has not " + hex.size() + " subtrees");
        }
        this.size = size;
        this.nodes = new ArrayList<>(hex.stream().map(HexFormat.of()::parseHex).toList());
    }

    void add(byte[] leaf) {
        byte[] node = leaf;
        for (long full = size; full % 2 == 1; full /= 2) {
            node = Merkle.node(nodes.remove(nodes.size() - 1), node);
        }
        nodes.add(node);
        size++;
    }

    byte[] root() {
        if (nodes.isEmpty()) {
            return CanonicalForm.sha256();
        }
        byte[] root = nodes.get(nodes.size() - 1);
        for (int i = nodes.size() - 2; i >= 0; i--) {
            root = Merkle.node(nodes.get(i), root);
        }
        return root;
    }

    long size() {
        return size;
    }

    List<String> hex() {
        return nodes.stream().map(HexFormat.of()::formatHex).toList();
    }
}
