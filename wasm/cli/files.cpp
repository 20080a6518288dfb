#include "files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace lookup {
namespace {

constexpr int longest_link_chain = 40;  // As Linux has it.

Error failure(ErrorCode code, const std::string& path) {
  return Error{code, path + ": " + std::strerror(errno), std::nullopt, ""};
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// The permissions of the file at `path`, or those that one made by `open` would have; `mkstemp` narrows them to the
/// owner.
mode_t permissions_of(const std::string& path) {
  struct stat present {};
  if (::stat(path.c_str(), &present) == 0) return present.st_mode & static_cast<mode_t>(07777);
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return static_cast<mode_t>(0666) & ~mask;
}

/// Whether all of it, down to the rename, went well; `errno` says why not.
bool write_then_rename(int descriptor, const std::string& temporary, const std::string& path, std::string_view bytes) {
  const bool on_disk =
      write_all(descriptor, bytes) && ::fchmod(descriptor, permissions_of(path)) == 0 && ::fsync(descriptor) == 0;
  const int reason = errno;
  const bool closed = ::close(descriptor) == 0;
  if (!on_disk) errno = reason;
  return on_disk && closed && ::rename(temporary.c_str(), path.c_str()) == 0;
}

}  // namespace

Result<std::string> read_file(const std::string& path) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return failure(ErrorCode::file_unreadable, path);
  std::string bytes;
  std::array<char, 65536> buffer{};
  std::size_t count = 0;
  while ((count = std::fread(buffer.data(), 1, buffer.size(), file)) > 0) bytes.append(buffer.data(), count);
  const bool broken = std::ferror(file) != 0;
  const int reason = errno;
  std::fclose(file);
  errno = reason;
  if (broken) return failure(ErrorCode::file_unreadable, path);
  return bytes;
}

std::optional<Error> write_file_atomically(const std::string& asked, std::string_view bytes) {
  std::error_code ignored;
  // What a link points at is replaced, there or not, never the link.
  std::filesystem::path target = asked;
  for (int links = 0; links < longest_link_chain && std::filesystem::is_symlink(target, ignored); ++links)
    target = target.parent_path() / std::filesystem::read_symlink(target, ignored);
  if (std::filesystem::exists(target, ignored) && !std::filesystem::is_regular_file(target, ignored))
    return Error{ErrorCode::file_unwritable, asked + ": not a regular file", std::nullopt, ""};
  const std::string path = target.string();
  std::string temporary = path + ".XXXXXX";
  const int descriptor = ::mkstemp(temporary.data());
  if (descriptor < 0) return failure(ErrorCode::file_unwritable, path);
  if (write_then_rename(descriptor, temporary, path, bytes)) return std::nullopt;
  const Error error = failure(ErrorCode::file_unwritable, path);
  ::unlink(temporary.c_str());
  return error;
}

}  // namespace lookup
