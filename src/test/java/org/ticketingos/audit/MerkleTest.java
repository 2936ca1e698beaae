package org.ticketingos.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The trees MT-1 to MT-6 of the trust domain. */
class MerkleTest {

    @Test
    void nothing_and_one_empty_leaf_have_their_roots() {
        assertThat(hex(Merkle.root(List.of())))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(hex(Merkle.leaf(new byte[0])))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    @ParameterizedTest
    @CsvSource({
        "abc, 36642e73c2540ab121e3a6bf9545b0a24982cd830eb13d3cd19de3ce6c021ec1",
        "abcd, 33376a3bd63e9993708a84ddfe6c28ae58b83505dd1fed711bd924ec5a6239f0",
        "abcdef, e069fc12e231ccfd4516bf1617945fb3ccd5cc8910d92d6265289f088f777fdd",
        "abcdefg, 4ae191939f548d9934740b88dea2c5cb89bb8870fc4505cd79dec6bbfaaee9cb"
    })
    void a_tree_has_its_root_whether_built_at_once_or_leaf_by_leaf(String letters, String root) {
        Frontier frontier = new Frontier();
        leaves(letters).forEach(frontier::add);
        Frontier resumed = new Frontier(frontier.size(), frontier.hex());

        assertThat(hex(Merkle.root(leaves(letters)))).isEqualTo(root);
        assertThat(hex(frontier.root())).isEqualTo(root);
        assertThat(hex(resumed.root())).isEqualTo(root);
    }

    @ParameterizedTest
    @CsvSource({
        "4, e286d3390665a7cdc759453bed0b00cded1842d757e3e6cfe87df53db177e725",
        "3, 597fcb31 d070dc5b b137985f e286d339",
        "6, 91856618 5aeb196e 33376a3b"
    })
    void a_shorter_tree_is_proved_to_be_the_beginning_of_seven(int size, String proof) {
        List<byte[]> seven = leaves("abcdefg");

        List<byte[]> path = Merkle.consistency(size, seven);

        assertThat(path).hasSameSizeAs(proof.split(" "));
        for (int i = 0; i < path.size(); i++) {
            assertThat(hex(path.get(i))).startsWith(proof.split(" ")[i]);
        }
    }

    @Test
    void every_leaf_is_proved_to_be_in_its_tree_and_no_other_is() {
        for (int size = 1; size <= 17; size++) {
            List<byte[]> leaves = leaves("abcdefghijklmnopq".substring(0, size));
            byte[] root = Merkle.root(leaves);
            for (int index = 0; index < size; index++) {
                List<byte[]> proof = Merkle.inclusion(index, leaves);

                assertThat(Merkle.includes(root, size, index, leaves.get(index), proof)).isTrue();
                assertThat(Merkle.includes(root, size, index, Merkle.leaf(new byte[] {'!'}), proof)).isFalse();
                if (size > 1) {
                    assertThat(Merkle.includes(root, size, (index + 1) % size, leaves.get(index), proof)).isFalse();
                    assertThat(Merkle.includes(root, size, index, leaves.get(index), proof.subList(1, proof.size())))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void every_beginning_is_proved_and_a_changed_one_is_not() {
        List<byte[]> all = leaves("abcdefghijklmnopq");
        for (int newSize = 1; newSize <= all.size(); newSize++) {
            List<byte[]> grown = all.subList(0, newSize);
            for (int size = 1; size <= newSize; size++) {
                List<byte[]> proof = Merkle.consistency(size, grown);
                byte[] root = Merkle.root(all.subList(0, size));
                List<byte[]> changed = new ArrayList<>(grown);
                changed.set(0, Merkle.leaf(new byte[] {'!'}));

                assertThat(Merkle.consistent(size, root, newSize, Merkle.root(grown), proof)).isTrue();
                assertThat(Merkle.consistent(size, root, newSize, Merkle.root(changed), proof)).isFalse();
            }
        }
    }

    private static List<byte[]> leaves(String letters) {
        return letters.chars()
                .mapToObj(letter -> Merkle.leaf(String.valueOf((char) letter).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
