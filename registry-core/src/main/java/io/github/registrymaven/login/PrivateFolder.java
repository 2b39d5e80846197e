package io.github.registrymaven.login;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A folder that nobody but its owner gets into, with a docker config in it. It is made so, not changed to it afterwards: there is no
 * moment at which another could open it.
 */
public final class PrivateFolder {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private PrivateFolder() {}

    /** Writes a config into a folder, in place of whatever is there. */
    public static void write(Path folder, PrivateDockerConfig config) throws IOException {
        remove(folder);
        Files.createDirectories(folder.toAbsolutePath().getParent());
        try {
            Map<Path, String> files = new LinkedHashMap<>();
            files.put(folder.resolve("config.json"), config.text());
            files.put(folder.resolve("auth.json"), config.containersText());
            make(folder, files);
        } catch (IOException failed) {
            remove(folder);
            throw failed;
        }
    }

    private static void make(Path folder, Map<Path, String> files) throws IOException {
        Set<StandardOpenOption> anew = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Set<String> views = folder.getFileSystem().supportedFileAttributeViews();
        if (views.contains("posix")) {
            Files.createDirectory(folder, attribute(FOLDER));
            // Some file systems take permissions and do not keep them.
            check(folder, FOLDER);
            for (Map.Entry<Path, String> file : files.entrySet()) {
                try (OutputStream out =
                        Channels.newOutputStream(Files.newByteChannel(file.getKey(), anew, attribute(FILE)))) {
                    check(file.getKey(), FILE);
                    out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
        } else if (views.contains("acl")) {
            Files.createDirectory(folder);
            AclFileAttributeView acl = Files.getFileAttributeView(folder, AclFileAttributeView.class);
            acl.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(Files.getOwner(folder))
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .setFlags(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT)
                    .build()));
            for (Map.Entry<Path, String> file : files.entrySet()) {
                Files.writeString(file.getKey(), file.getValue(), StandardOpenOption.CREATE_NEW);
            }
        } else {
            throw new IOException("its file system cannot keep a file from other users");
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> attribute(Set<PosixFilePermission> permissions) {
        return PosixFilePermissions.asFileAttribute(permissions);
    }

    private static void check(Path path, Set<PosixFilePermission> wanted) throws IOException {
        if (!wanted.containsAll(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS))) {
            throw new IOException("its file system does not keep a file from other users");
        }
    }

    /** Removes a folder and what tools have written into it since; follows no link out of it. */
    public static void remove(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException trouble) throws IOException {
                Files.delete(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
