"""Places where no report can be put: each is refused with a sentence, and what stands there stays as it is."""

import os
import shutil
import socket
import subprocess

from harness import NEW, NOBODY, OLD, sentence_faults, snapshot


def shell(*command):
    subprocess.run(list(map(os.fspath, command)), check=True)


def own(folder, user=NOBODY):
    """Hands everything in a folder to another user."""
    shell("chown", "-R", f"{user}:{user}", folder)


def run(bench):
    unit = bench.small
    for place in PLACES:
        folder = bench.with_old(unit)
        undo, out, status, names, user = place(bench, folder)
        before = snapshot(folder)
        try:
            result = bench.run(bench.arguments(unit, out), user=user, cwd=folder)
            faults = [] if result.status == status else [f"退出状态 {result.status}，应为 {status}（{result.err.decode()[:200]}）"]
            faults += sentence_faults(result, names)
            if snapshot(folder) != before:
                faults.append("那里的东西变了")
        finally:
            if undo:
                undo()
        # Where the cause could be taken away, the next run makes what an undisturbed one does.
        if undo and out == folder / "out":
            faults += cured(bench, unit, folder)
        elif out == folder / "out":
            shutil.rmtree(out)
            faults += cured(bench, unit, folder)
        bench.check(place.__doc__, faults)
    files(bench)


def cured(bench, unit, folder):
    """What is wrong after one more run with nothing in its way."""
    if (folder / "out" / "数据" / "挂载").is_dir():
        (folder / "out" / "数据" / "挂载").rmdir()
    result = bench.run(bench.arguments(unit, folder / "out"))
    faults = [] if result.status == 0 else [f"除去原因后退出状态 {result.status}（{result.err.decode()[-200:]}）"]
    if snapshot(folder / "out") != bench.report(unit, NEW)[0]:
        faults.append("除去原因后的结果与未受干扰的不同")
    return faults


def read_only_disk(_, folder):
    """输出在只读的文件系统上"""
    shell("mount", "--bind", folder, folder)
    shell("mount", "-o", "remount,bind,ro", folder)
    return (lambda: shell("umount", folder)), folder / "out", 74, ["out"], None


def read_only_parent(_, folder):
    """上级目录没有写权限"""
    own(folder)
    folder.chmod(0o555)
    return (lambda: folder.chmod(0o755)), folder / "out", 74, ["out"], NOBODY


def read_only_old(_, folder):
    """旧目录没有读写权限"""
    own(folder)
    (folder / "out").chmod(0)
    return (lambda: (folder / "out").chmod(0o755)), folder / "out", 74, ["out"], NOBODY


def somebody_elses(_, folder):
    """旧目录属于别人"""
    os.chown(folder, NOBODY, NOBODY)
    return None, folder / "out", 74, ["out"], NOBODY


def somebody_elses_sticky(_, folder):
    """旧目录属于别人，上级目录像 /tmp"""
    folder.chmod(0o1777)
    return (lambda: folder.chmod(0o755)), folder / "out", 74, ["out"], NOBODY


def missing_parent(_, folder):
    """上级目录不存在"""
    return None, folder / "没有" / "out", 74, ["没有"], None


def parent_is_file(_, folder):
    """上级是文件"""
    (folder / "文件").write_text("x")
    return None, folder / "文件" / "out", 74, ["文件"], None


def is_file(_, folder):
    """输出处是文件"""
    (folder / "文件").write_text("x")
    return None, folder / "文件", 74, ["文件"], None


def is_link(_, folder):
    """输出处是指向旧目录的符号链接"""
    (folder / "链接").symlink_to("out")
    return None, folder / "链接", 74, ["链接"], None


def is_broken_link(_, folder):
    """输出处是断开的符号链接"""
    (folder / "链接").symlink_to("nirgends")
    return None, folder / "链接", 74, ["链接"], None


def is_link_loop(_, folder):
    """上级是绕成圈的符号链接"""
    (folder / "圈").symlink_to("圈")
    return None, folder / "圈" / "out", 74, ["圈"], None


def is_mount_point(_, folder):
    """输出处是挂载点"""
    shell("mount", "-t", "tmpfs", "tmpfs", folder / "out")
    return (lambda: shell("umount", folder / "out")), folder / "out", 74, ["out"], None


def is_bind_mount(_, folder):
    """输出处是绑定挂载"""
    shell("mount", "--bind", folder / "out", folder / "out")
    return (lambda: shell("umount", folder / "out")), folder / "out", 74, ["out"], None


def holds_mount(_, folder):
    """旧目录里面挂载了别的文件系统"""
    (folder / "out" / "数据" / "挂载").mkdir()
    shell("mount", "-t", "tmpfs", "tmpfs", folder / "out" / "数据" / "挂载")
    return (lambda: shell("umount", folder / "out" / "数据" / "挂载")), folder / "out", 74, ["out"], None


def is_pipe(_, folder):
    """输出处是管道"""
    os.mkfifo(folder / "管道")
    return None, folder / "管道", 74, ["管道"], None


def is_socket(_, folder):
    """输出处是套接字"""
    end = socket.socket(socket.AF_UNIX)
    os.chdir(folder)
    end.bind("套接字")
    os.chdir("/")
    return end.close, folder / "套接字", 74, ["套接字"], None


def is_device(_, folder):
    """输出处是设备"""
    shell("mknod", folder / "设备", "c", "1", "3")
    return None, folder / "设备", 74, ["设备"], None


def holds_signed_scan(_, folder):
    """旧目录里有签字扫描件"""
    (folder / "out" / "签字.pdf").write_bytes(b"%PDF")
    return None, folder / "out", 74, ["签字.pdf"], None


def holds_edited_table(_, folder):
    """旧目录里有人改过的表"""
    with open(folder / "out" / "部门整体绩效自评价表.csv", "ab") as stream:
        stream.write("已核\r\n".encode())
    return None, folder / "out", 74, ["部门整体绩效自评价表.csv"], None


def holds_torn_manifest(_, folder):
    """旧目录的清单残缺"""
    os.truncate(folder / "out" / "manifest.json", 100)
    return None, folder / "out", 74, ["manifest.json"], None


def holds_link(_, folder):
    """旧目录里有人放了符号链接"""
    (folder / "out" / "链接").symlink_to("/etc/passwd")
    return None, folder / "out", 74, ["链接"], None


def is_plain_folder(_, folder):
    """输出处是别人的目录"""
    (folder / "资料").mkdir()
    (folder / "资料" / "合同.txt").write_text("x")
    return None, folder / "资料", 74, ["合同.txt"], None


def is_input(bench, folder):
    """输出就是填报目录"""
    shutil.copytree(bench.small, folder / "in")
    return None, bench.small, 64, ["small"], None


def is_inside_input(bench, folder):
    """输出在填报目录里面"""
    return None, bench.small / "out", 64, ["small"], None


def is_around_input(bench, folder):
    """输出包含填报目录"""
    return None, bench.root, 64, [bench.root.name], None


def is_dot(_, folder):
    """输出是当前目录"""
    return None, ".", 64, ["“.”"], None


def is_root(_, folder):
    """输出是根目录"""
    return None, "/", 64, ["“/”"], None


def is_too_long(_, folder):
    """输出的名称有 300 字节"""
    return None, folder / ("名" * 100), 74, ["名名名"], None


PLACES = [
    read_only_disk, read_only_parent, read_only_old, somebody_elses, somebody_elses_sticky, missing_parent, parent_is_file,
    is_file, is_link, is_broken_link, is_link_loop, is_mount_point, is_bind_mount, holds_mount, is_pipe, is_socket,
    is_device, holds_signed_scan, holds_edited_table, holds_torn_manifest, holds_link, is_plain_folder, is_input,
    is_inside_input, is_around_input, is_dot, is_root, is_too_long,
]


def files(bench):
    """Single files, as `check -o` writes them: the old one stays."""
    unit = bench.small
    command = ["check", unit, "--format", "csv", "-o"]
    cases = {}
    for name in ["full", "readonly", "folder", "missing", "broken", "foreign"]:
        folder = bench.place()
        (folder / "out").write_text("旧的")
        target, user, undo, expected = folder / "out", None, None, "out"
        if name == "full":
            shell("mount", "-t", "tmpfs", "-o", "size=4k", "tmpfs", folder)
            (folder / "out").write_text("旧的")
            undo = lambda folder=folder: shell("umount", folder)  # noqa: E731
        elif name == "readonly":
            own(folder)
            folder.chmod(0o555)
            user, undo = NOBODY, lambda folder=folder: folder.chmod(0o755)
        elif name == "folder":
            target = folder / "目录"
            target.mkdir()
            expected = "目录"
        elif name == "missing":
            target, expected = folder / "没有" / "out", "没有"
        elif name == "broken":
            target, expected = folder / "链接", "链接"
            target.symlink_to("nirgends")
        elif name == "foreign":
            user = NOBODY
        cases[name] = (folder, target, user, undo, expected)
    for name, (folder, target, user, undo, expected) in cases.items():
        before = snapshot(folder)
        result = bench.run([*command, target], user=user)
        faults = [] if result.status == 74 else [f"退出状态 {result.status}，应为 74（{result.err.decode()[:200]}）"]
        faults += sentence_faults(result, [expected])
        if snapshot(folder) != before:
            faults.append("那里的东西变了")
        if undo:
            undo()
        bench.check(f"check -o {name}", faults)
