pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.theme

/* Whose work this program stands on, and on what terms. */
ColumnLayout {
    id: list

    spacing: Theme.s8

    Note {
        Layout.fillWidth: true
        text: qsTr("Qt와 PySide6는 LGPL 3판을 따라요. 프로그램 폴더에 든 Qt 파일을 같은 판의 다른 것으로 바꿔 쓰실 수 있어요.")
    }

    Note {
        Layout.fillWidth: true
        text: qsTr("글꼴 Pretendard는 SIL 오픈 폰트 라이선스 1.1판을 따라요. 단추의 그림은 저희가 직접 그렸어요.")
    }

    Repeater {
        model: [
            {
                terms: qsTr("MIT"),
                works: qsTr("Alembic, APScheduler, Beautiful Soup, plyer, pydantic, Rich, SQLAlchemy, sqlite-vec, tomlkit, Typer, urllib3")
            },
            {
                terms: qsTr("BSD"),
                works: qsTr("lxml, MarkupSafe, Protego, Pygments, idna, python-dotenv")
            },
            {
                terms: qsTr("Apache 2.0"),
                works: qsTr("Requests")
            },
            {
                terms: qsTr("zlib"),
                works: qsTr("pysqlite3")
            },
            {
                terms: qsTr("MPL 2.0"),
                works: qsTr("certifi")
            },
            {
                terms: qsTr("PSF"),
                works: qsTr("Python, typing-extensions")
            }
        ]

        delegate: Note {
            required property var modelData

            Layout.fillWidth: true
            text: qsTr("%1: %2").arg(modelData.terms).arg(modelData.works)
        }
    }
}
