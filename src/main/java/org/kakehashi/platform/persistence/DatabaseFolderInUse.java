package org.kakehashi.platform.persistence;

import java.nio.file.Path;

class DatabaseFolderInUse extends RuntimeException {

    DatabaseFolderInUse(Path folder) {
        super("Another Kakehashi is running on " + folder.toAbsolutePath().normalize()
                + ": stop it, or name another folder with kakehashi.data.folder.");
    }
}
