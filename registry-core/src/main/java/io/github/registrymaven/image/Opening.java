package io.github.registrymaven.image;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tells the formats apart by what is in the file, not by its name. */
final class Opening {
    private Opening() {}

    static ImageSource open(Path source) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(source, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                return folder(source);
            }
            if (!attributes.isRegularFile()) {
                throw BrokenImage.missing(source.toString(), " is neither a file nor a folder");
            }
            return tar(source);
        } catch (NoSuchFileException missing) {
            throw BrokenImage.missing(source.toString(), " is not there");
        } catch (AccessDeniedException denied) {
            throw BrokenImage.missing(source.toString(), " cannot be read: access is denied to " + denied.getFile());
        }
    }

    private static ImageSource folder(Path folder) throws IOException {
        Store store = new FolderStore(folder);
        ImageSource image = image(store);
        if (image == null) {
            throw BrokenImage.missing(
                    folder.toString(),
                    " is no image: it has neither " + LayoutReader.INDEX + " (an OCI layout) nor "
                            + ArchiveReader.MANIFEST + " (what docker save writes, extracted)");
        }
        return image;
    }

    private static ImageSource tar(Path file) throws IOException {
        Compression compression = Compression.of(new Stored(file, 0, Files.size(file), file.toString()));
        if (compression != Compression.NONE) {
            // It would have to be expanded to disk, as neither can be read without what is before it.
            throw BrokenImage.missing(
                    file.toString(),
                    " is a compressed file, and an image is read where it lies. Expand it first: "
                            + compression.expanding(file, "image.tar"));
        }
        TarStore store = TarStore.open(file);
        ImageSource image = image(store);
        if (image == null) {
            throw BrokenImage.missing(file.toString(), " is a tar, but no image: " + lacks(store));
        }
        return image;
    }

    /** Null where there is none. */
    private static @Nullable ImageSource image(Store store) throws IOException {
        Stored index = store.find(LayoutReader.INDEX);
        Stored manifest = store.find(ArchiveReader.MANIFEST);
        if (manifest == null || (index != null && !ArchiveReader.isList(manifest))) {
            return index == null ? null : LayoutReader.read(store, index);
        }
        FinishedImage layout = index == null ? null : DoubleArchive.layout(store, index, manifest);
        return layout == null ? ArchiveReader.read(store, manifest) : layout;
    }

    private static String lacks(TarStore store) {
        for (String name : new TreeSet<>(store.entries().keySet())) {
            int folder = name.lastIndexOf('/');
            if (folder > 0
                    && (name.endsWith("/" + LayoutReader.INDEX) || name.endsWith("/" + ArchiveReader.MANIFEST))) {
                String inside = Printable.of(name.substring(0, folder));
                return "its files lie in the folder " + inside + " of it. Write it anew: tar -cf image.tar -C " + inside
                        + " .";
            }
        }
        return "it has neither " + LayoutReader.INDEX + " (an OCI layout) nor " + ArchiveReader.MANIFEST
                + " (docker save; docker export writes no image)";
    }
}
