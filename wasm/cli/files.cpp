#include "files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>
#include <vector>

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

/// A file that is written and not yet in its place. What is not put there is removed.
class StagedFile {
 public:
  StagedFile(std::string temporary, std::string path) : temporary_(std::move(temporary)), path_(std::move(path)) {}
  StagedFile(const StagedFile&) = delete;
  StagedFile& operator=(const StagedFile&) = delete;
  StagedFile(StagedFile&& other) noexcept
      : temporary_(std::exchange(other.temporary_, {})), path_(std::move(other.path_)) {}
  StagedFile& operator=(StagedFile&&) = delete;
  ~StagedFile() {
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
  }

  /// Whether it takes the old file's place; `errno` says why not.
  [[nodiscard]] bool put_in_place() {
    if (::rename(temporary_.c_str(), path_.c_str()) != 0) return false;
    temporary_.clear();
    return true;
  }

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string temporary_;
  std::string path_;
};

/// Whether all of it is on the disk, with the permissions of the file at `path`; `errno` says why not.
bool write_and_close(int descriptor, const std::string& path, std::string_view bytes) {
  const bool on_disk =
      write_all(descriptor, bytes) && ::fchmod(descriptor, permissions_of(path)) == 0 && ::fsync(descriptor) == 0;
  const int reason = errno;
  const bool closed = ::close(descriptor) == 0;
  if (!on_disk) errno = reason;
  return on_disk && closed;
}

Result<StagedFile> stage(const FileToWrite& file) {
  std::error_code ignored;
  // What a link points at is replaced, there or not, never the link.
  std::filesystem::path target = file.path;
  for (int links = 0; links < longest_link_chain && std::filesystem::is_symlink(target, ignored); ++links)
    target = target.parent_path() / std::filesystem::read_symlink(target, ignored);
  if (std::filesystem::exists(target, ignored) && !std::filesystem::is_regular_file(target, ignored))
    return Error{ErrorCode::file_unwritable, file.path + ": not a regular file", std::nullopt, ""};
  const std::string path = target.string();
  std::string temporary = path + ".XXXXXX";
  const int descriptor = ::mkstemp(temporary.data());
  if (descriptor < 0) return failure(ErrorCode::file_unwritable, path);
  StagedFile staged{std::move(temporary), path};
  if (!write_and_close(descriptor, path, file.bytes)) return failure(ErrorCode::file_unwritable, path);
  return Result<StagedFile>{std::move(staged)};
}

/// By the first bytes of a gzip (RFC 1952) or zip file.
bool is_packed(std::string_view bytes) { return bytes.starts_with("\x1F\x8B") || bytes.starts_with("PK\x03\x04"); }

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
  if (is_packed(bytes))
    return Error{ErrorCode::file_unreadable, path + ": it is packed (gzip or zip), so unpack it first", std::nullopt,
                 ""};
  return bytes;
}

std::optional<Error> write_files_atomically(std::span<const FileToWrite> files) {
  std::vector<StagedFile> all;
  for (const FileToWrite& file : files) {
    auto staged = stage(file);
    if (!staged.ok()) return staged.error();
    all.push_back(std::move(staged).value());
  }
  for (StagedFile& staged : all)
    if (!staged.put_in_place()) return failure(ErrorCode::file_unwritable, staged.path());
  return std::nullopt;
}

}  // namespace lookup
