// Where the blocks of libxml2's trees lie: in one region of the thread, dropped with the page.

import CLibXML2
import CPageMemory

/// A page's thousands of small blocks come from one region, and go with it: allocating and freeing them one by one
/// took a third of the time of a proof.
enum PageMemory {
  /// Puts the region behind libxml2's allocator; before anything else of libxml2.
  static func install() { page_memory_install() }

  /// What libxml2 allocates within `body` belongs to the thread's pages: nothing of it may outlive them. Errors and
  /// results of ours are not libxml2's.
  static func within<Result: ~Copyable, Fault: Error>(_ body: () throws(Fault) -> Result) throws(Fault)
    -> Result
  {
    // The library's own tables outlive every page.
    libraryIsReady
    page_memory_open()
    defer { page_memory_close() }
    return try body()
  }

  /// A page has come to life.
  static func retain() { page_memory_retain() }

  /// A page goes; where the region was too small for it, its tree is freed block by block.
  static func release(_ tree: xmlDocPtr) {
    if !page_memory_is_whole() { xmlFreeDoc(tree) }
    page_memory_release()
  }
}
