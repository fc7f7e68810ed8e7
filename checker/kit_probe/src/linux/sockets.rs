//! Sockets that block, events that are waited for, and names of hosts.

#![expect(unsafe_code, reason = "functions in front of the system's")]

use libc::{
    addrinfo, c_char, c_int, c_void, epoll_event, msghdr, nfds_t, pollfd, size_t, sockaddr,
    socklen_t, ssize_t,
};

use super::real::in_front;
use crate::Call;

in_front! {
    fn connect(socket: c_int, address: *const sockaddr, length: socklen_t) -> c_int {
        blocks(socket, 0).then_some(Call::Connect)
    }
    fn accept(socket: c_int, address: *mut sockaddr, length: *mut socklen_t) -> c_int {
        blocks(socket, 0).then_some(Call::Accept)
    }
    fn accept4(
        socket: c_int, address: *mut sockaddr, length: *mut socklen_t, flags: c_int,
    ) -> c_int { blocks(socket, 0).then_some(Call::Accept) }
    fn recv(socket: c_int, buffer: *mut c_void, length: size_t, flags: c_int) -> ssize_t {
        blocks(socket, flags).then_some(Call::Receive)
    }
    fn recvfrom(
        socket: c_int, buffer: *mut c_void, length: size_t, flags: c_int,
        address: *mut sockaddr, address_length: *mut socklen_t,
    ) -> ssize_t { blocks(socket, flags).then_some(Call::Receive) }
    fn recvmsg(socket: c_int, message: *mut msghdr, flags: c_int) -> ssize_t {
        blocks(socket, flags).then_some(Call::Receive)
    }
    fn send(socket: c_int, buffer: *const c_void, length: size_t, flags: c_int) -> ssize_t {
        blocks(socket, flags).then_some(Call::Send)
    }
    fn sendto(
        socket: c_int, buffer: *const c_void, length: size_t, flags: c_int,
        address: *const sockaddr, address_length: socklen_t,
    ) -> ssize_t { blocks(socket, flags).then_some(Call::Send) }
    fn sendmsg(socket: c_int, message: *const msghdr, flags: c_int) -> ssize_t {
        blocks(socket, flags).then_some(Call::Send)
    }
    fn poll(files: *mut pollfd, count: nfds_t, timeout: c_int) -> c_int {
        (timeout != 0).then_some(Call::Events)
    }
    fn epoll_wait(
        poll: c_int, events: *mut epoll_event, count: c_int, timeout: c_int,
    ) -> c_int { (timeout != 0).then_some(Call::Events) }
    fn getaddrinfo(
        node: *const c_char, service: *const c_char, hints: *const addrinfo,
        found: *mut *mut addrinfo,
    ) -> c_int { Some(Call::LookUp) }
}

/// Whether a call on a socket waits until it can be done.
pub(super) fn blocks(socket: c_int, flags: c_int) -> bool {
    if flags & libc::MSG_DONTWAIT != 0 {
        return false;
    }
    // SAFETY: it asks only; a wrong descriptor is answered.
    let status = unsafe { libc::fcntl(socket, libc::F_GETFL) };
    status >= 0 && status & libc::O_NONBLOCK == 0
}
