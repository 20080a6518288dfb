#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "lookup/error.hpp"

namespace lookup {

/// All bytes of the file at `path`, or `file_unreadable` with the path and the system's reason, or that it is packed.
[[nodiscard]] Result<std::string> read_file(const std::string& path);

/// What a file is to hold.
struct FileToWrite {
  std::string path;
  std::string_view bytes;  ///< Must live as long as this.
};

/// Replaces each regular file, or that a link at its path points at, or leaves all as they were and says why
/// (`file_unwritable`). The bytes of all go to temporary files in the same folders first, are flushed to the disk, and
/// then take the old files' places, each in one step. Only where the system refuses such a step after it has let the
/// temporary file be made and written, those before it are done.
[[nodiscard]] std::optional<Error> write_files_atomically(std::span<const FileToWrite> files);

}  // namespace lookup
