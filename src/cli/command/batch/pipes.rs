//! Room in the pipes of a stream: what holds more is filled and emptied less often.

/// Lets a pipe hold a mebibyte. What is no pipe, or may not hold so much, stays as it is.
#[cfg(target_os = "linux")]
pub(super) fn widen(pipe: impl std::os::fd::AsFd) {
    let _ = rustix::pipe::fcntl_setpipe_size(pipe, 1 << 20);
}

/// Pipes of other systems stay as they are.
#[cfg(not(target_os = "linux"))]
pub(super) fn widen<T>(_: T) {}
