// What batch needs of processes and Swift's Glibc does not show: fork(2), and how a child ended.
#pragma once

/// Splits the process; 0 in the child, the child's number in the parent, -1 with errno. The program has one thread when
/// it calls this, so that the child may do anything.
int jixiao_fork(void);

/// Waits for a child to end: its exit status, minus the signal that ended it, or -1000 where there is no such child.
int jixiao_wait(int process);
