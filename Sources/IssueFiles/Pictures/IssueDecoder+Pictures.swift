import NewsModel
import YAMLTree

extension IssueDecoder {
  /// Notes pictures that are not there, or not in the folder.
  mutating func checkPictures() {
    for (image, mark) in images {
      do throws(IssueFault) {
        _ = try folder.inside(image)
      } catch .missingFile {
        reader.report(.missingPicture(path: image), at: mark)
      } catch {
        reader.report(error, at: mark)
      }
    }
  }

  /// Notes a photo whose story no page lists.
  mutating func checkStory(ofPhoto item: DecodedPage.Item, _ listed: Set<ItemID>) {
    guard case .photo(let photo) = item.item, let story = photo.story, !listed.contains(story)
    else { return }
    reader.report(.unknownStory(id: story), at: item.storyMark ?? item.mark)
  }

  /// Notes pictures that are in the folder and cannot be shown; their captions stand alone.
  ///
  /// Only a check looks into every file: who reads meets the pictures page by page.
  mutating func checkPictureFiles() {
    let pictures = PictureFolder(folder)
    for (image, mark) in images where (try? folder.inside(image)) != nil {
      do throws(IssueFault) {
        _ = try pictures.header(of: image)
      } catch {
        reader.report(error, at: mark)
      }
    }
  }

  /// The paths of all photos that have one, and where they stand.
  private var images: [(path: String, mark: YAMLMark)] {
    header.pages.flatMap(\.items).compactMap { item in
      guard case .photo(let photo) = item.item, let image = photo.image else { return nil }
      return (image, item.mark)
    }
  }
}
