#pragma once

#include <string_view>

#include "snapshot_handler.hpp"

namespace lookup {

/// Hands the events of a JSON text to `handler` as nlohmann's SAX parser does, several times as fast. False where the
/// text is anything but the plain JSON that snapshots are made of, well-formed and to the handler's liking: then the
/// handler has seen a part of it, and the parser must tell, to a new handler, what is wrong.
[[nodiscard]] bool read_plain_json(std::string_view json, SnapshotHandler& handler);

}  // namespace lookup
