"""Makes clips of moving photos, and the same clips with shuffled frames: python photos.py FOLDER [--clips N].

A frame is a line of 64 grey points of a photo, with the shape of a frame of linear_1d (see parameters.py). A clip has
16 frames. The camera selects a direction of the line, then pans along and across it and zooms at a constant rate, so
objects move, grow and leave at the ends. The data set shuffled_video has the same frames, each clip in a random order.
The photos are those of scikit-image.
"""

import argparse
from importlib.resources import files
from pathlib import Path

import numpy as np
import parameters
import well
from PIL import Image

# Photos in the wheel itself, without drawings and images that are enlarged from a few points.
PHOTOS = [
    "astronaut.png",
    "brick.png",
    "camera.png",
    "cell.png",
    "chelsea.png",  # a cat
    "coffee.png",
    "coins.png",
    "grass.png",
    "gravel.png",
    "hubble_deep_field.jpg",
    "ihc.png",
    "moon.png",
    "motorcycle_left.png",
    "page.png",
    "retina.jpg",
    "rocket.jpg",
]
FRAMES = len(parameters.TIMES)
# Points per frame: the speed of the fastest tracer of linear_1d, rounded up, and a quarter of that across the line.
ALONG, ACROSS = 2.5, 0.6
# The zoom from the first frame to the last.
ZOOM = 1.5
# A line of sky has no information. The standard deviation of a line must be at least this share of the range from black
# to white.
LEAST_CONTRAST = 0.02


def grey(name):
    return np.asarray(Image.open(files("skimage") / "data" / name).convert("L"), dtype="f8") / 255


def paths(generator, shape):
    """Return the points of each frame, as rows and columns of the photo; a clip that leaves the photo is drawn
    again."""
    while True:
        angle = generator.uniform(0, 2 * np.pi)
        centre = generator.uniform(0, 1, 2) * shape
        along, across = generator.uniform(-ALONG, ALONG), generator.uniform(-ACROSS, ACROSS)
        zoom = ZOOM ** generator.uniform(-1, 1)
        time = np.arange(FRAMES)[:, np.newaxis]
        place = (np.arange(parameters.POINTS) - parameters.POINTS / 2) * zoom ** (time / (FRAMES - 1)) + along * time
        rows = centre[0] + place * np.sin(angle) + across * time * np.cos(angle)
        columns = centre[1] + place * np.cos(angle) - across * time * np.sin(angle)
        if min(rows.min(), columns.min()) >= 0 and rows.max() <= shape[0] - 1 and columns.max() <= shape[1] - 1:
            return rows, columns


def between(photo, rows, columns):
    """Interpolate the photo linearly on each axis."""
    row, column = (np.minimum(np.floor(at).astype(int), size - 2) for at, size in zip((rows, columns), photo.shape, strict=True))
    down, right = rows - row, columns - column
    upper = photo[row, column] * (1 - right) + photo[row, column + 1] * right
    lower = photo[row + 1, column] * (1 - right) + photo[row + 1, column + 1] * right
    return upper * (1 - down) + lower * down


def clip(generator, photo):
    while True:
        frames = between(photo, *paths(generator, photo.shape))
        if frames.std() >= LEAST_CONTRAST:
            return frames


def make(folder: Path, clips: int, seed: int):
    for number, name in enumerate(PHOTOS):
        photo = grey(name)
        generators = [np.random.default_rng([seed, number, each]) for each in range(clips)]
        ordered = np.stack([clip(generator, photo) for generator in generators])
        shuffled = np.stack([generator.permutation(frames) for generator, frames in zip(generators, ordered, strict=True)])
        for dataset, frames in (("video", ordered), ("shuffled_video", shuffled)):
            well.write(
                folder / dataset,
                "train",
                well.Simulation(
                    dataset,
                    {},
                    np.arange(FRAMES),
                    {"x": np.arange(parameters.POINTS)},
                    {"grey": frames},
                    of=Path(name).stem,
                    boundary="OPEN",
                ),
            )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--clips", type=int, default=256, help="of each photo")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    make(given.folder, given.clips, given.seed)


if __name__ == "__main__":
    main()
