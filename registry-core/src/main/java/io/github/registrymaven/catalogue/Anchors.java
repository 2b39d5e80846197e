package io.github.registrymaven.catalogue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Looks for the beginnings of all wordings at once, in one step for each character (Aho and Corasick's automaton): a log of a
 * gigabyte is read as fast as it comes from the disk, and only what is near a hit is looked at any closer.
 */
final class Anchors {
    /** The first characters decide nearly as well as all of them, in a table that fits the processor's cache. */
    private static final int LONGEST = 16;

    private static final int SKIPPED = -1;
    private static final int OTHER = 0;

    private final int[] classes = new int[256];
    private final int width;
    private final int blank;
    private final char[] next;
    private final int[][] ends;

    /** Each text is in the form of a {@link Passage}; a hit is told by its index. */
    Anchors(List<String> texts) {
        List<String> beginnings = texts.stream()
                .map(text -> text.substring(0, Math.min(LONGEST, text.length())))
                .toList();
        this.width = classify(beginnings);
        this.blank = classes[' '];
        List<int[]> trie = new ArrayList<>();
        List<List<Integer>> found = new ArrayList<>();
        grow(trie, found);
        for (int i = 0; i < beginnings.size(); i++) {
            found.get(insert(trie, found, beginnings.get(i))).add(i);
        }
        link(trie, found);
        this.next = new char[trie.size() * width];
        this.ends = new int[trie.size()][];
        for (int state = 0; state < trie.size(); state++) {
            for (int c = 0; c < width; c++) {
                next[state * width + c] = (char) trie.get(state)[c];
            }
            ends[state] = found.get(state).stream().mapToInt(Integer::intValue).toArray();
        }
    }

    private int classify(List<String> texts) {
        int count = 1;
        for (String text : texts) {
            for (int i = 0; i < text.length(); i++) {
                char character = text.charAt(i);
                if (character >= 128) {
                    throw new IllegalArgumentException("a wording begins with ASCII: " + text);
                }
                if (classes[character] == OTHER) {
                    classes[character] = count++;
                }
            }
        }
        for (int c = 'A'; c <= 'Z'; c++) {
            classes[c] = classes[c + 32];
        }
        // As Passage has it; a backslash is what escapes a quote.
        for (char same : new char[] {'_', '\n', '\r', '\t'}) {
            classes[same] = classes[' '];
        }
        for (char none : new char[] {'"', '\'', '`', '\\'}) {
            classes[none] = SKIPPED;
        }
        return count;
    }

    private void grow(List<int[]> trie, List<List<Integer>> found) {
        int[] row = new int[width];
        Arrays.fill(row, -1);
        trie.add(row);
        found.add(new ArrayList<>());
    }

    private int insert(List<int[]> trie, List<List<Integer>> found, String text) {
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            int c = classes[text.charAt(i)];
            if (trie.get(state)[c] < 0) {
                trie.get(state)[c] = trie.size();
                grow(trie, found);
            }
            state = trie.get(state)[c];
        }
        return state;
    }

    private void link(List<int[]> trie, List<List<Integer>> found) {
        int[] fallback = new int[trie.size()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int c = 0; c < width; c++) {
            int child = trie.get(0)[c];
            if (child < 0) {
                trie.get(0)[c] = 0;
            } else {
                open.add(child);
            }
        }
        while (!open.isEmpty()) {
            int state = open.remove();
            found.get(state).addAll(found.get(fallback[state]));
            for (int c = 0; c < width; c++) {
                int child = trie.get(state)[c];
                int elsewhere = trie.get(fallback[state])[c];
                if (child < 0) {
                    trie.get(state)[c] = elsewhere;
                } else {
                    fallback[child] = elsewhere;
                    open.add(child);
                }
            }
        }
    }

    /** Takes a hit: which text, and the place behind the part of it that was compared. */
    interface Hits {
        void hit(int text, int end);
    }

    /** All hits in a passage. */
    void in(String plain, Hits hits) {
        int state = 0;
        for (int i = 0; i < plain.length(); i++) {
            char character = plain.charAt(i);
            int c = character < 128 ? Math.max(OTHER, classes[character]) : OTHER;
            state = next[state * width + c];
            for (int text : ends[state]) {
                hits.hit(text, i + 1);
            }
        }
    }

    /** How much of the text with this length was compared. */
    static int compared(int length) {
        return Math.min(LONGEST, length);
    }

    /** A place in a stream of bytes, which come in any number of pieces. */
    final class Reader {
        private int state;
        private boolean afterBlank;

        /** Tells the index of each byte at which something is found. */
        void read(byte[] bytes, int from, int to, IntConsumer hits) {
            int at = state;
            boolean wasBlank = afterBlank;
            for (int i = from; i < to; i++) {
                int c = classes[bytes[i] & 0xff];
                boolean isBlank = c == blank;
                if (c == SKIPPED || (isBlank && wasBlank)) {
                    continue;
                }
                wasBlank = isBlank;
                at = next[at * width + c];
                if (ends[at].length > 0) {
                    hits.accept(i);
                }
            }
            state = at;
            afterBlank = wasBlank;
        }
    }

    Reader reader() {
        return new Reader();
    }
}
